// DNS server
// Compile:  javac Server.java
// Run:      java Server PORT
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.nio.ByteBuffer;

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

            // A ByteBuffer reads numbers with the highest byte first: getShort(), getInt(), get().
            ByteBuffer query = ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
            // fill in: the labels of the name, from byte 12 on, then the type and the class
            // fill in: look the name up in the table, and send the answer back to the client (see getSocketAddress())
            // fill in: go on to the next question
            System.out.println(query.remaining() + " bytes have come");
        }
    }
}
