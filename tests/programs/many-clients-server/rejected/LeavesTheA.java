// fails: serves-a-client
// diagnosis: leaves_some_letters
// mistake: c > 'a' in place of c >= 'a'.
import java.io.*;
import java.net.*;

public class LeavesTheA {
    static void serve(Socket client) {
        try (client) {
            InputStream in = client.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] buffer = new byte[4096];
            int n;
            while ((n = in.read(buffer)) > 0) {
                for (int i = 0; i < n; i++)
                    if (buffer[i] > 'a' && buffer[i] <= 'z') buffer[i] -= 'a' - 'A';
                out.write(buffer, 0, n);
                out.flush();
            }
        } catch (IOException gone) {
            System.out.println("a client is gone: " + gone.getMessage());
        }
    }

    public static void main(String[] args) throws IOException {
        ServerSocket server = new ServerSocket(Integer.parseInt(args[0]));
        while (true) {
            Socket client = server.accept();
            new Thread(() -> serve(client)).start();
        }
    }
}
