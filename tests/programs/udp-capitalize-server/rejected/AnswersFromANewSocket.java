// fails: replies-in-capitals
// diagnosis: answers_from_another_socket
// mistake: the reply goes out by a new DatagramSocket, which has a port of its own.
import java.net.DatagramPacket;
import java.net.DatagramSocket;

public class AnswersFromANewSocket {
    public static void main(String[] args) throws Exception {
        DatagramSocket in = new DatagramSocket(Integer.parseInt(args[0]));
        byte[] buffer = new byte[65535];
        while (true) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            in.receive(packet);
            String text = new String(packet.getData(), 0, packet.getLength(), "ISO-8859-1");
            StringBuilder capitals = new StringBuilder();
            for (char c : text.toCharArray())
                capitals.append(c >= 'a' && c <= 'z' ? (char) (c - 32) : c);
            byte[] reply = capitals.toString().getBytes("ISO-8859-1");
            DatagramSocket out = new DatagramSocket();
            out.send(new DatagramPacket(reply, reply.length, packet.getAddress(), packet.getPort()));
            out.close();
        }
    }
}
