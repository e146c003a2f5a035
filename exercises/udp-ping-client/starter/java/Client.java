// UDP ping client
// Compile:  javac Client.java
// Run:      java Client HOST PORT
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

public class Client {
    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            System.err.println("usage: java Client HOST PORT");
            System.exit(1);
        }

        String host = ""; // fill in: the address of the server, from the first argument (args[0])
        int port = 0; // fill in: the port of the server, from the second argument, as a number

        if (port == 0) {
            System.err.println("Fill in the host and the port first.");
            System.exit(1);
        }

        // A UDP socket (a DatagramSocket).
        try (DatagramSocket socket = new DatagramSocket()) {
            InetAddress server = InetAddress.getByName(host);

            // fill in: the time limit of one second, see setSoTimeout()

            final int pings = 10;
            for (int number = 1; number <= pings; number++) {
                long sent = System.nanoTime();
                // fill in: send the ping, "Ping", its number and the time, to the server
                // fill in: wait for the reply with this number; throw others away
                // fill in: print the round-trip time with its unit, or that the request timed out
            }

            // fill in: print the loss as a percentage
        }
    }
}
