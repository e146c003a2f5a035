// UDP sender that gets every line there
// Compile:  javac Sender.java
// Run:      java Sender HOST PORT FILE
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

public class Sender {
    public static void main(String[] args) throws IOException {
        if (args.length < 3) {
            System.err.println("usage: java Sender HOST PORT FILE");
            System.exit(1);
        }

        String host = ""; // fill in: the address of the receiver, from the first argument (args[0])
        int port = 0; // fill in: the port of the receiver, from the second argument, as a number
        String name = ""; // fill in: the name of the file, from the third argument

        if (port == 0) {
            System.err.println("Fill in the host, the port and the file first.");
            System.exit(1);
        }

        // A UDP socket. receive() throws a SocketTimeoutException when nothing has come for so long.
        try (DatagramSocket socket = new DatagramSocket()) {
            InetAddress receiver = InetAddress.getByName(host);

            socket.setSoTimeout(500);
            int seq = 0;
            for (String line : Files.readAllLines(Path.of(name))) {
                byte[] message = line.getBytes(StandardCharsets.UTF_8); // fill in: the number, a space, and the line
                socket.send(new DatagramPacket(message, message.length, receiver, port));
                // fill in: wait for "ACK " and the number; when it does not come in time, send the message again
                // fill in: throw an acknowledgement with another number away, and wait on
                seq++;
            }
        }
    }
}
