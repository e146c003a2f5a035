// fails: ends-by-itself
// diagnosis: resets_when_it_closes
// mistake: setSoLinger(true, 0), so that close() resets the connection and what is under way is lost.
import java.net.Socket;
import java.nio.charset.StandardCharsets;

public class LingersForNoTime {
    public static void main(String[] args) throws Exception {
        try (Socket socket = new Socket(args[0], Integer.parseInt(args[1]))) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(args[2].getBytes(StandardCharsets.UTF_8));
        }
    }
}
