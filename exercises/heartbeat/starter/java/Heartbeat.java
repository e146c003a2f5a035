// A heart: says every few seconds that it is alive.
// Compile:  javac Heartbeat.java
// Run:      java Heartbeat HOST PORT NAME SECONDS
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;

public class Heartbeat {
    public static void main(String[] args) throws Exception {
        if (args.length < 4) {
            System.err.println("usage: java Heartbeat HOST PORT NAME SECONDS");
            System.exit(1);
        }

        String host = "";   // fill in: the address of the monitor, from the first argument (args[0])
        int port = 0;       // fill in: the port of the monitor, from the second argument, as a number
        String name = "";   // fill in: the name, from the third argument
        int seconds = 0;    // fill in: the seconds between two beats, from the fourth argument, as a number

        if (port == 0) {
            System.err.println("Fill in the host, the port, the name and the seconds first.");
            System.exit(1);
        }

        InetSocketAddress monitor = new InetSocketAddress(host, port);
        try (DatagramSocket socket = new DatagramSocket()) {
            long due = System.nanoTime();  // when the next beat leaves: the first one at once
            byte[] beat = ("ALIVE " + name + " 1").getBytes();
            socket.send(new DatagramPacket(beat, beat.length, monitor));

            // fill in: again and again
            //   - is the next beat due? Send it, and say when the one behind it will be
            //   - else wait for a datagram, with the milliseconds that are left as a limit (setSoTimeout(); 0 would be no limit)
            //   - when STOP has come, say BYE and leave the loop
            // A SocketTimeoutException says that the time is over, another IOException that nobody listens.
        }
    }
}
