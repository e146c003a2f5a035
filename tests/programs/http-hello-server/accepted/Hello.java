import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;

public class Hello {
    public static void main(String[] args) throws IOException {
        ServerSocket server = new ServerSocket(Integer.parseInt(args[0]));
        byte[] body = "Hello from Java".getBytes(StandardCharsets.UTF_8);
        while (true) {
            try (Socket browser = server.accept()) {
                BufferedReader in = new BufferedReader(new InputStreamReader(browser.getInputStream()));
                String line;
                while ((line = in.readLine()) != null && !line.isEmpty())
                    System.out.println(line);
                if (line == null) continue;
                OutputStream out = browser.getOutputStream();
                out.write(("HTTP/1.0 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes());
                out.write(body);
            } catch (IOException e) {
                System.out.println("lost: " + e.getMessage());
            }
        }
    }
}
