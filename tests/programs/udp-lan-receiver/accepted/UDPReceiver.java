import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.nio.charset.StandardCharsets;

public class UDPReceiver {
    private static final int MAX = 65507;

    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(args[0]);
        try (DatagramSocket socket = new DatagramSocket(port)) {
            System.out.println("Receiver started on port " + port);
            while (true) {
                byte[] buffer = new byte[MAX];
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                System.out.println("From " + packet.getAddress().getHostAddress() + ": " + text);
            }
        }
    }
}
