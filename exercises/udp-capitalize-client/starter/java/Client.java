// UDP capitalize client
// Compile:  javac Client.java
// Run:      java Client HOST PORT
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
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

            String text = "";
            // fill in: read the text from standard input, see BufferedReader

            // fill in: turn the text into bytes (see getBytes()) and send it to the server in one DatagramPacket
            // fill in: receive the reply, and take as many bytes as came (getLength())
            // fill in: print the reply as text
        }
    }
}
