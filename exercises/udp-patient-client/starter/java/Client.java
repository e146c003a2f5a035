// UDP patient client
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

            // fill in: a time limit of one second for receive(), see setSoTimeout()

            int number = 1;
            byte[] message = ("message " + number).getBytes(StandardCharsets.UTF_8);
            socket.send(new DatagramPacket(message, message.length, server, port));

            // fill in: wait for the reply and print it
            // fill in: when no reply has come in time, say so (see: try ... catch (IOException error))
            // fill in: wait a little (Thread.sleep), and go on with the next number
        }
    }
}
