// UDP gap detector: one packet is used again and again.
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.util.HashSet;
import java.util.Set;

public class GapDetector {
    public static void main(String[] args) throws Exception {
        try (DatagramSocket socket = new DatagramSocket(Integer.parseInt(args[0]))) {
            DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
            Set<Integer> seen = new HashSet<>();
            int highest = -1;
            while (true) {
                packet.setLength(2000);
                socket.receive(packet);
                String line = new String(packet.getData(), 0, packet.getLength()).trim();
                String[] parts = line.split(" ", 2);
                int seq;
                try {
                    seq = Integer.parseInt(parts[0]);
                } catch (NumberFormatException e) {
                    System.out.println("no number: " + line);
                    continue;
                }
                System.out.println("Received: " + line);
                if (!seen.add(seq)) {
                    System.out.println("Doubled " + seq);
                } else if (seq < highest) {
                    System.out.println("Late " + seq);
                } else {
                    for (int i = highest + 1; i < seq; i++) {
                        System.out.println("Missing " + i);
                    }
                    highest = seq;
                }
            }
        }
    }
}
