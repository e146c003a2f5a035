// A TCP sender: sends one message to a receiver and ends.
// Compile:  javac Sender.java
// Run:      java Sender HOST PORT MESSAGE      (start the receiver first)
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

public class Sender {
    public static void main(String[] args) throws IOException {
        if (args.length < 3) {
            System.err.println("usage: java Sender HOST PORT MESSAGE");
            System.exit(1);
        }

        // fill in: the address, the port and the message. They are given on the command line:
        // args[0] is the host, args[1] is the port, args[2] is the message.
        String receiverName = "127.0.0.1";
        int receiverPort = 12000;
        String message = "hello";

        // create a TCP socket
        try (Socket socket = new Socket()) {
            // fill in: connect the socket to the receiver, see InetSocketAddress

            // fill in: send the message (a socket sends bytes: see getBytes())
        }
    }
}
