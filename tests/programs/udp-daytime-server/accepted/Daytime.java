// The day first, without a line end.
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;

public class Daytime {
    public static void main(String[] args) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(Integer.parseInt(args[0]))) {
            DatagramPacket request = new DatagramPacket(new byte[1000], 1000);
            while (true) {
                socket.receive(request);
                String now = String.format("%1$ta %1$te. %1$tb %1$tY, %1$tH:%1$tM:%1$tS %1$tZ", ZonedDateTime.now());
                byte[] bytes = now.getBytes(StandardCharsets.UTF_8);
                socket.send(new DatagramPacket(bytes, bytes.length, request.getSocketAddress()));
            }
        }
    }
}
