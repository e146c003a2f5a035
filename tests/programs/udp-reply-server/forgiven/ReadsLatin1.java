// fails: not-ascii
// diagnosis: loses_letters_beyond_ascii
// oddity: Each byte is taken for a letter of its own.
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.nio.charset.StandardCharsets;

public class ReadsLatin1 {
    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket(Integer.parseInt(args[0]));
        byte[] reply = "Message received".getBytes();
        while (true) {
            DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
            socket.receive(packet);
            System.out.println("Client says: "
                    + new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1));
            socket.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
        }
    }
}
