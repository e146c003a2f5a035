// fails: ends-after-the-last, last-ack-is-lost
// diagnosis: sends_acknowledged_lines_again
// mistake: The timer of each line goes on when the line has been acknowledged.
import java.net.*;
import java.nio.file.*;
import java.util.*;
public class NeverCancels {
    public static void main(String[] args) throws Exception {
        InetAddress host = InetAddress.getByName(args[0]);
        int port = Integer.parseInt(args[1]);
        List<String> lines = Files.readAllLines(Paths.get(args[2]));
        DatagramSocket socket = new DatagramSocket();
        Timer timer = new Timer();
        for (int i = 0; i < lines.size(); i++) {
            final byte[] data = (i + " " + lines.get(i)).getBytes();
            final DatagramPacket p = new DatagramPacket(data, data.length, host, port);
            socket.send(p);
            timer.schedule(new TimerTask() {
                public void run() { try { socket.send(p); } catch (Exception e) { } }
            }, 500, 500);
            while (true) {
                byte[] buf = new byte[1024];
                DatagramPacket r = new DatagramPacket(buf, buf.length);
                socket.receive(r);
                String s = new String(r.getData(), 0, r.getLength());
                if (s.equals("ACK " + i)) break;
            }
        }
        System.out.println("done");
    }
}
