import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

public class Sender {
    public static void main(String[] args) throws Exception {
        if (args.length < 3) {
            System.err.println("Usage: java Sender <host> <port> <message>");
            System.exit(1);
        }
        String host = args[0];
        int port = Integer.parseInt(args[1]);
        try (Socket socket = new Socket(host, port)) {
            OutputStream out = socket.getOutputStream();
            out.write(args[2].getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
        System.out.println("Message sent to " + host + ":" + port);
    }
}
