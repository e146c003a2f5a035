// UDP receiver: one DatagramPacket for everything, what comes and what is sent
import java.net.*;

public class Receiver {
    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket(Integer.parseInt(args[0]));
        byte[] buffer = new byte[1024];
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        int expected = 0;
        System.out.println("Waiting on port " + socket.getLocalPort());
        while (true) {
            packet.setData(buffer);
            packet.setLength(buffer.length);
            socket.receive(packet);
            String[] parts = new String(packet.getData(), 0, packet.getLength()).split(" ", 2);
            int seq = Integer.parseInt(parts[0]);
            if (seq == expected) {
                System.out.println("Received: " + parts[1]);
                expected = expected + 1;
            } else {
                System.out.println("Number " + seq + " is not the next one");
            }
            packet.setData(("ACK " + seq).getBytes());
            socket.send(packet);
        }
    }
}
