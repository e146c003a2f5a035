// The packet that came goes back as it is.
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;

public class Echo {
    public static void main(String[] args) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(Integer.parseInt(args[0]))) {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[65536], 65536);
                socket.receive(packet);
                socket.send(packet);
            }
        }
    }
}
