// UDP sender that reaches another computer
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

public class Sender {
    public static void main(String[] args) throws Exception {
        String host = "";     // fill in: the address of the other computer, from the first argument (args[0])
        int port = 0;         // fill in: the port of the receiver, from the second argument, as a number
        String message = "";  // fill in: the text to send, from the third argument

        if (port == 0) {
            System.err.println("Fill in the host, the port and the message first.");
            System.exit(1);
        }

        InetAddress address = InetAddress.getByName(host);
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        try (DatagramSocket socket = new DatagramSocket()) {
            // fill in: put the bytes, the address and the port into a DatagramPacket, and send it
        }
    }
}
