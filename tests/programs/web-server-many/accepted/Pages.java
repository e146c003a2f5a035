// A thread for each browser; no Content-Length: the end of the connection ends the body.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

public class Pages {
    static final Path ROOT = Path.of("www").toAbsolutePath().normalize();

    static String typeOf(String name) {
        if (name.endsWith(".html")) return "text/html; charset=utf-8";
        if (name.endsWith(".txt")) return "text/plain; charset=utf-8";
        if (name.endsWith(".css")) return "text/css";
        if (name.endsWith(".png")) return "image/png";
        if (name.endsWith(".jpg")) return "image/jpeg";
        return "application/octet-stream";
    }

    static void respond(OutputStream out, String status, String type, byte[] body) throws IOException {
        out.write(("HTTP/1.0 " + status + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(("content-type: " + type + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(body);
    }

    static void serve(Socket browser) {
        try (Socket connection = browser) {
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = connection.getOutputStream();
            String first = in.readLine();
            String line = first;
            while (line != null && !line.isEmpty()) line = in.readLine();
            if (line == null) return;
            String[] words = first.split(" ");
            if (words.length != 3) {
                respond(out, "400 Bad Request", "text/plain", "400\n".getBytes());
                return;
            }
            byte[] none = new byte[0];
            boolean wantsBody = !words[0].equals("HEAD");
            String path = URLDecoder.decode(words[1].split("\\?")[0].replace("+", "%2B"), StandardCharsets.UTF_8);
            Path file = ROOT.resolve("." + path).normalize();
            if (file.equals(ROOT)) file = ROOT.resolve("index.html");
            if (!file.startsWith(ROOT) || !Files.isRegularFile(file))
                respond(out, "404 Not Found", "text/plain", wantsBody ? "404\n".getBytes() : none);
            else
                respond(out, "200 OK", typeOf(file.toString()), wantsBody ? Files.readAllBytes(file) : none);
        } catch (IOException | IllegalArgumentException problem) {
            System.out.println("gone: " + problem.getMessage());
        }
    }

    public static void main(String[] args) throws IOException {
        try (ServerSocket server = new ServerSocket(Integer.parseInt(args[0]))) {
            while (true) {
                Socket browser = server.accept();
                new Thread(() -> serve(browser)).start();
            }
        }
    }
}
