// A monitor: hears hearts, and knows who is missing.
// Compile:  javac Monitor.java
// Run:      java Monitor PORT SECONDS
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

public class Monitor {
    private static class Heart {
        int number;      // the highest that has come
        long last;       // when the last beat came, by System.nanoTime(): divide by 1000000000 for seconds
        boolean isSaid;  // that it is missing has been printed
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            System.err.println("usage: java Monitor PORT SECONDS");
            System.exit(1);
        }

        int port = 0;     // fill in: the port to listen on, from the first argument (args[0]), as a number
        int seconds = 0;  // fill in: for how many seconds somebody is alive, from the second argument, as a number

        if (port == 0 || seconds == 0) {
            System.err.println("Fill in the port and the seconds first.");
            System.exit(1);
        }

        Map<String, Heart> hearts = new TreeMap<>();  // in the order of the alphabet
        try (DatagramSocket socket = new DatagramSocket(port)) {
            socket.setSoTimeout(500);  // milliseconds, after which receive() throws a SocketTimeoutException
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
                try {
                    socket.receive(packet);
                    String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                    String[] words = text.trim().split(" ");
                    // fill in: how many words are there, and which one is the first?
                    //   - ALIVE, a name and a number: remember when it came, if the number is higher than those before
                    //   - BYE and a name: forget the name
                    //   - ASK and a name, or WHO: send the answer to the sender (packet.getSocketAddress())
                    //   - whatever else: nothing
                } catch (SocketTimeoutException nothing) {
                    // Nothing has come.
                }
                // fill in: whose time is over? Print MISSING and the name, once
            }
        }
    }
}
