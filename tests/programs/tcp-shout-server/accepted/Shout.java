import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;

public class Shout {
    public static void main(String[] args) throws IOException {
        try (ServerSocket server = new ServerSocket(Integer.parseInt(args[0]))) {
            while (true) {
                Socket client = server.accept();
                new Thread(() -> talk(client)).start();
            }
        }
    }

    private static void talk(Socket client) {
        try (client) {
            byte[] buffer = new byte[8192];
            int n;
            while ((n = client.getInputStream().read(buffer)) != -1) {
                String text = new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
                StringBuilder shouted = new StringBuilder();
                for (char c : text.toCharArray()) shouted.append(c >= 'a' && c <= 'z' ? (char) (c - 32) : c);
                client.getOutputStream().write(shouted.toString().getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            System.out.println("error: " + e.getMessage());
        }
        System.out.println("Connection dropped.");
    }
}
