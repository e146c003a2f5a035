// UDP sender
// Compile:  javac Sender.java
// Run:      java Sender HOST PORT MESSAGE
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

public class Sender {
    public static void main(String[] args) throws IOException {
        if (args.length < 3) {
            System.err.println("usage: java Sender HOST PORT MESSAGE");
            System.exit(1);
        }

        String host = ""; // fill in: the address of the receiver, from the first argument (args[0])
        int port = 0; // fill in: the port of the receiver, from the second argument, as a number
        String message = ""; // fill in: the text to send, from the third argument

        if (port == 0) {
            System.err.println("Fill in the host, the port and the message first.");
            System.exit(1);
        }

        // A UDP socket (a DatagramSocket).
        try (DatagramSocket socket = new DatagramSocket()) {
            InetAddress receiver = InetAddress.getByName(host);

            // fill in: turn the text into bytes (see getBytes()) and send it to the receiver in one DatagramPacket
        }
    }
}
