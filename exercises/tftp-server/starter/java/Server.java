// TFTP server
// Compile:  javac Server.java
// Run:      java Server PORT
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;

public class Server {
    public static void main(String[] args) throws IOException {
        if (args.length < 1) {
            System.err.println("usage: java Server PORT");
            System.exit(1);
        }

        int port = 0; // fill in: the port to listen on, from the first argument (args[0]), as a number

        if (port == 0) {
            System.err.println("Fill in the port first.");
            System.exit(1);
        }

        // A UDP socket (a DatagramSocket), bound to the port on every address of this computer.
        try (DatagramSocket socket = new DatagramSocket(port)) {
            // One datagram: its bytes, how many they are (getLength()), and the address that it came from.
            DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
            socket.receive(packet);

            // fill in: the name of the file, from byte 2 up to the zero byte; read it, or send an error
            // fill in: send a block, wait two seconds for its acknowledgement (setSoTimeout()), send it again when none comes
            // fill in: go on to the next block, and then to the next request (see getSocketAddress())
        }
    }
}
