// UDP gap detector
// Compile:  javac Receiver.java
// Run:      java Receiver PORT
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.nio.charset.StandardCharsets;

public class Receiver {
    public static void main(String[] args) throws IOException {
        if (args.length < 1) {
            System.err.println("usage: java Receiver PORT");
            System.exit(1);
        }

        int port = 0; // fill in: the port to listen on, from the first argument (args[0]), as a number

        if (port == 0) {
            System.err.println("Fill in the port first.");
            System.exit(1);
        }

        // A UDP socket (a DatagramSocket), bound to the port on every address of this computer.
        try (DatagramSocket socket = new DatagramSocket(port)) {
            long expected = 0; // the number that comes next when all is well
            for (;;) {
                // One datagram: its bytes, how many they are (getLength()), and the address that it came from.
                DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
                socket.receive(packet);
                String datagram = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);

                // fill in: take the number and the text apart, see split() and Long.parseLong()
                // fill in: print the text
                // fill in: compare the number with the expected one: is anything missing, doubled or late?
                // fill in: remember which numbers have come
            }
        }
    }
}
