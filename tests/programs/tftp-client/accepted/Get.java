// TFTP client: a DatagramSocket with a time-out
import java.io.ByteArrayOutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

public class Get {
    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket();
        socket.setSoTimeout(1500);
        SocketAddress target = new InetSocketAddress(InetAddress.getByName(args[0]), Integer.parseInt(args[1]));
        byte[] message = ("\0\1" + args[2] + "\0octet\0").getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int wanted = 1;
        int tries = 0;
        boolean send = true;
        while (true) {
            if (send) socket.send(new DatagramPacket(message, message.length, target));
            byte[] data = new byte[600];
            DatagramPacket packet = new DatagramPacket(data, data.length);
            try {
                socket.receive(packet);
            } catch (SocketTimeoutException late) {
                if (++tries == 4) {
                    System.err.println("The server does not answer");
                    System.exit(1);
                }
                send = true;
                continue;
            }
            send = false;
            int size = packet.getLength();
            if (wanted > 1 && !packet.getSocketAddress().equals(target) || size < 4) continue;
            if (data[1] == 5) {
                System.err.println("Error: " + new String(data, 4, size - 4, StandardCharsets.ISO_8859_1));
                System.exit(1);
            }
            if (data[1] != 3 || ((data[2] & 0xff) << 8 | data[3] & 0xff) != (wanted & 0xffff)) continue;
            target = packet.getSocketAddress();
            content.write(data, 4, size - 4);
            message = new byte[] {0, 4, data[2], data[3]};
            wanted++;
            tries = 0;
            send = true;
            if (size < 516) break;
        }
        socket.send(new DatagramPacket(message, message.length, target));
        Files.write(Path.of(args[2]), content.toByteArray());
    }
}
