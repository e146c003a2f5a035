// UDP reply client
// Compile:  javac Client.java
// Run:      java Client HOST PORT MESSAGE
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

public class Client {
    public static void main(String[] args) throws IOException {
        if (args.length < 3) {
            System.err.println("usage: java Client HOST PORT MESSAGE");
            System.exit(1);
        }

        String host = ""; // fill in: the address of the server, from the first argument (args[0])
        int port = 0; // fill in: the port of the server, from the second argument, as a number
        String message = ""; // fill in: the text to send, from the third argument

        if (port == 0) {
            System.err.println("Fill in the host, the port and the message first.");
            System.exit(1);
        }

        // A UDP socket (a DatagramSocket).
        try (DatagramSocket socket = new DatagramSocket()) {
            InetAddress server = InetAddress.getByName(host);

            // fill in: turn the text into bytes (see getBytes()) and send it to the server in one DatagramPacket

            String reply = "";
            // fill in: wait for the reply on the same socket, and take as many bytes as came (getLength())

            System.out.println("Server says: " + reply);
        }
    }
}
