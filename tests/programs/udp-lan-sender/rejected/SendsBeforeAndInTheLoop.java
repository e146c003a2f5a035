// fails: sent-once
// diagnosis: sends_it_twice
// mistake: sent once before the loop over the letters' bytes, and once in the branch that was to be the other one.
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

public class SendsBeforeAndInTheLoop {
    public static void main(String[] args) throws IOException {
        byte[] bytes = args[2].getBytes(StandardCharsets.UTF_8);
        DatagramPacket packet =
            new DatagramPacket(bytes, bytes.length, InetAddress.getByName(args[0]), Integer.parseInt(args[1]));
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(packet);
            if (bytes.length > 0) socket.send(packet);
        }
    }
}
