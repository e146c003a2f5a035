// A TCP receiver: prints the messages that senders send, one sender after another.
// Compile:  javac Receiver.java
// Run:      java Receiver PORT
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

public class Receiver {
    public static void main(String[] args) throws IOException {
        if (args.length < 1) {
            System.err.println("usage: java Receiver PORT");
            System.exit(1);
        }

        // fill in: the port is given on the command line, in args[0]
        int receiverPort = 12000;
        // fill in: the address to listen on ("localhost" hears this computer only)
        String receiverAddress = "localhost";

        // create a TCP socket for the senders to connect to; it begins to listen at once
        try (ServerSocket receiverSocket = new ServerSocket(receiverPort, 50, InetAddress.getByName(receiverAddress))) {
            System.out.println("The receiver is ready");

            // fill in: again and again
            //   - accept the next connection
            //   - receive what the sender sends, until it has no more: read() returns -1
            //   - print it (a socket receives bytes: see new String(bytes, 0, n, StandardCharsets.UTF_8))
            //   - close the connection
        }
    }
}
