// UDP receiver that hears other computers
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

public class Receiver {
    public static void main(String[] args) throws Exception {
        int port = 0;  // fill in: the port to listen on, from the first argument (args[0]), as a number

        if (port == 0) {
            System.err.println("Fill in the port first.");
            System.exit(1);
        }

        // fill in: without its second argument a DatagramSocket hears all addresses; so it hears this computer only
        DatagramSocket socket = new DatagramSocket(port, InetAddress.getLoopbackAddress());

        // One datagram. getLength() says how many bytes of the buffer it has filled.
        byte[] buffer = new byte[2048];
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);

        // fill in: print the message as text
        // fill in: go on to the next message
        socket.close();
    }
}
