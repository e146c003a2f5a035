import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.nio.charset.StandardCharsets;

public class Server {
    private static final byte[] REPLY = "Your message has arrived.\n".getBytes(StandardCharsets.UTF_8);

    public static void main(String[] args) throws Exception {
        try (DatagramSocket socket = new DatagramSocket(Integer.parseInt(args[0]))) {
            byte[] buffer = new byte[4096];
            while (true) {
                DatagramPacket request = new DatagramPacket(buffer, buffer.length);
                socket.receive(request);
                System.out.println(new String(request.getData(), 0, request.getLength(), StandardCharsets.UTF_8));
                socket.send(new DatagramPacket(REPLY, REPLY.length, request.getSocketAddress()));
            }
        }
    }
}
