// mistake: The exception of a reset is not caught inside the loop: it ends main().
// fails: says-it-was-dropped
// diagnosis: java_error
import java.io.*;
import java.net.*;

public class Dies {
    public static void main(String[] args) throws IOException {
        ServerSocket server = new ServerSocket(Integer.parseInt(args[0]));
        while (true) {
            Socket client = server.accept();
            InputStream in = client.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] buffer = new byte[1024];
            int n;
            while ((n = in.read(buffer)) > 0)
                out.write(new String(buffer, 0, n).toUpperCase().getBytes());
            System.out.println("Connection dropped.");
            client.close();
        }
    }
}
