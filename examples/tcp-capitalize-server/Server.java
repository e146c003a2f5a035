// A TCP server that replies in capitals: java Server PORT
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

public class Server {
    public static void main(String[] args) throws IOException {
        try (ServerSocket listener = new ServerSocket(Integer.parseInt(args[0]))) {
            while (true) {
                Socket connection = listener.accept();
                new Thread(() -> serve(connection)).start();
            }
        }
    }

    static void serve(Socket connection) {
        try (connection) {
            InputStream in = connection.getInputStream();
            byte[] buffer = new byte[1024];
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                String text = new String(buffer, 0, n, StandardCharsets.UTF_8);
                connection.getOutputStream().write(text.toUpperCase().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException error) {
            System.err.println("lost a client: " + error.getMessage());
        }
    }
}
