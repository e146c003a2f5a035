// UDP receiver
// mistake: The acknowledgement goes to the port that the receiver itself listens on.
// fails: acknowledges-each-line
// diagnosis: acknowledges_nothing
import java.net.*;

public class AcknowledgesToItsOwnPort {
    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[0]);
        DatagramSocket socket = new DatagramSocket(port);
        int expected = 0;
        while (true) {
            DatagramPacket packet = new DatagramPacket(new byte[1024], 1024);
            socket.receive(packet);
            String text = new String(packet.getData(), 0, packet.getLength());
            if (text.startsWith("ACK")) continue;
            int space = text.indexOf(' ');
            int seq = Integer.parseInt(text.substring(0, space));
            if (seq == expected) {
                System.out.println(text.substring(space + 1));
                expected++;
            }
            byte[] ack = ("ACK " + seq).getBytes();
            socket.send(new DatagramPacket(ack, ack.length, packet.getAddress(), port));
        }
    }
}
