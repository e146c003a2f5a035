// UDP receiver
// mistake: The socket is bound to localhost.
// fails: hears-another-computer
// diagnosis: bound_to_loopback_only
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

public class Localhost {
    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket(Integer.parseInt(args[0]), InetAddress.getByName("localhost"));
        byte[] buffer = new byte[4096];
        while (true) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            socket.receive(packet);
            System.out.println(new String(packet.getData(), 0, packet.getLength()));
        }
    }
}
