// Reads the whole response, looks at it, and then hands it on; says HTTP/1.0 and Connection: close to the origin.
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class Proxy {
    static final Map<String, byte[]> kept = new ConcurrentHashMap<>();

    static String headOf(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int one = in.read();
            if (one < 0) return null;
            head.append((char) one);
        }
        return head.toString();
    }

    static byte[] fetch(String host, int port, String path, String request) throws IOException {
        try (Socket origin = new Socket(host, port)) {
            StringBuilder text = new StringBuilder("GET " + path + " HTTP/1.0\r\n");
            for (String line : request.split("\r\n"))
                if (!line.startsWith("GET ") && !line.toLowerCase().startsWith("connection:")) text.append(line).append("\r\n");
            text.append("Connection: close\r\n\r\n");
            origin.getOutputStream().write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = origin.getInputStream();
            String head = headOf(in);
            if (head == null) throw new IOException("no response");
            int length = -1;
            for (String line : head.split("\r\n"))
                if (line.toLowerCase().startsWith("content-length:")) length = Integer.parseInt(line.substring(15).trim());
            byte[] body = length < 0 ? in.readAllBytes() : in.readNBytes(length);
            if (body.length < length) throw new IOException("half a response");
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.write(head.getBytes(StandardCharsets.ISO_8859_1));
            all.write(body);
            return all.toByteArray();
        }
    }

    static void serve(Socket socket, String host, int port) {
        try (Socket browser = socket) {
            String request = headOf(browser.getInputStream());
            if (request == null) return;
            String[] words = request.split("[ \r]");
            if (words.length < 2) return;
            byte[] response = kept.get(words[1]);
            if (response == null) {
                try {
                    response = fetch(host, port, words[1], request);
                } catch (IOException error) {
                    response = "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".getBytes();
                }
                if (new String(response, 8, 5, StandardCharsets.ISO_8859_1).equals(" 200 ")) kept.put(words[1], response);
            }
            browser.getOutputStream().write(response);
        } catch (IOException error) {
            System.err.println(error);
        }
    }

    public static void main(String[] args) throws IOException {
        ExecutorService pool = Executors.newCachedThreadPool();
        try (ServerSocket listener = new ServerSocket(Integer.parseInt(args[0]))) {
            while (true) {
                Socket browser = listener.accept();
                pool.submit(() -> serve(browser, args[1], Integer.parseInt(args[2])));
            }
        }
    }
}
