// receive() with a time limit of what is left, which may never be 0.
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

public class Beat {
    private static void say(DatagramSocket socket, InetSocketAddress to, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, to));
        } catch (IOException problem) {
            System.out.println(problem.getMessage());
        }
    }

    public static void main(String[] args) throws IOException {
        InetSocketAddress monitor = new InetSocketAddress(args[0], Integer.parseInt(args[1]));
        long period = Long.parseLong(args[3]) * 1000;
        try (DatagramSocket socket = new DatagramSocket()) {
            int number = 0;
            long last = System.nanoTime() / 1000000 - period;
            while (true) {
                long left = last + period - System.nanoTime() / 1000000;
                if (left <= 0) {
                    last = System.nanoTime() / 1000000;
                    say(socket, monitor, "ALIVE " + args[2] + " " + ++number);
                    continue;
                }
                socket.setSoTimeout((int) left);
                DatagramPacket packet = new DatagramPacket(new byte[1000], 1000);
                try {
                    socket.receive(packet);
                } catch (SocketTimeoutException late) {
                    continue;
                }
                String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                if (packet.getSocketAddress().equals(monitor) && text.trim().equals("STOP")) {
                    say(socket, monitor, "BYE " + args[2]);
                    return;
                }
            }
        }
    }
}
