// UDP receiver that never blocks
// Compile:  javac Receiver.java
// Run:      java Receiver PORT
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
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

        // A UDP socket, bound to the port. A DatagramChannel can be made non-blocking, a DatagramSocket can't.
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.bind(new InetSocketAddress(port));
            // fill in: make it non-blocking, see configureBlocking()

            // fill in: again and again
            ByteBuffer buffer = ByteBuffer.allocate(2048);
            Object sender = channel.receive(buffer);

            // fill in: a datagram came: print its text (see flip() and StandardCharsets.UTF_8.decode())
            // fill in: sender is null: print a heartbeat, and sleep a little (see Thread.sleep())
        }
    }
}
