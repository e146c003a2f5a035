// oddity: The array itself is printed, not the text in it.
// fails: prints-the-request
// diagnosis: shows_an_object
import java.net.*;

public class PrintsTheArray {
    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket(Integer.parseInt(args[0]));
        byte[] buffer = new byte[1024];
        while (true) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            socket.receive(packet);
            System.out.println("Client: " + packet.getData());
            byte[] reply = "Message received".getBytes();
            socket.send(new DatagramPacket(reply, reply.length, packet.getAddress(), packet.getPort()));
        }
    }
}
