import java.io.*;
import java.net.*;

public class Server {
    public static void main(String[] args) throws IOException {
        ServerSocket listener = new ServerSocket(Integer.parseInt(args[0]));
        while (true) {
            try (Socket client = listener.accept();
                 BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), "UTF-8"));
                 PrintWriter out = new PrintWriter(client.getOutputStream(), true)) {
                String line = in.readLine();
                if (line == null) continue;
                System.out.println("Client says: " + line);
                out.println("Welcome!");
            } catch (IOException e) {
                System.out.println("client lost: " + e.getMessage());
            }
        }
    }
}
