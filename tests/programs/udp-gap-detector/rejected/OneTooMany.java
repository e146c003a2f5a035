// UDP gap detector
// mistake: The number that came is called missing too.
// fails: says-what-is-missing
// diagnosis: reports_one_too_many
import java.net.*;
import java.util.*;

public class OneTooMany {
    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket(Integer.parseInt(args[0]));
        Set<Integer> missing = new TreeSet<>();
        int expected = 0;
        while (true) {
            DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
            socket.receive(packet);
            if (packet.getLength() == 0) continue;
            String text = new String(packet.getData(), 0, packet.getLength());
            int number = Integer.parseInt(text.substring(0, text.indexOf(' ')));
            System.out.println(text);
            if (number > expected) {
                for (int i = expected; i <= number; i++) {
                    System.out.println("missing " + i);
                    missing.add(i);
                }
                expected = number + 1;
            } else if (number == expected) {
                expected++;
            } else if (missing.remove(number)) {
                System.out.println("late " + number);
            } else {
                System.out.println("doubled " + number);
            }
        }
    }
}
