import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

public class GoBackN {
    static int checksum(byte[] data, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) sum += (i - from) % 2 == 0 ? (data[i] & 0xff) << 8 : data[i] & 0xff;
        while (sum >> 16 != 0) sum = (sum & 0xffff) + (sum >> 16);
        return ~sum & 0xffff;
    }

    public static void main(String[] args) throws Exception {
        byte[] file = Files.readAllBytes(Path.of(args[2]));
        int count = (file.length + 99) / 100;
        InetAddress host = InetAddress.getByName(args[0]);
        int port = Integer.parseInt(args[1]);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(500);
            int base = 0;
            int next = 0;
            while (base < count) {
                for (; next < Math.min(base + 4, count); next++) {
                    byte[] body = Arrays.copyOfRange(file, next * 100, Math.min(next * 100 + 100, file.length));
                    ByteBuffer packet = ByteBuffer.allocate(6 + body.length);
                    packet.putShort((short) 0).putInt(next).put(body);
                    packet.putShort(0, (short) checksum(packet.array(), 2, packet.capacity()));
                    socket.send(new DatagramPacket(packet.array(), packet.capacity(), host, port));
                }
                DatagramPacket ack = new DatagramPacket(new byte[100], 100);
                try {
                    socket.receive(ack);
                } catch (SocketTimeoutException late) {
                    next = base;
                    continue;
                }
                ByteBuffer said = ByteBuffer.wrap(ack.getData());
                if (ack.getLength() != 6 || (said.getShort(0) & 0xffff) != checksum(ack.getData(), 2, 6)) continue;
                base = Math.max(base, said.getInt(2));
                next = Math.max(next, base);
            }
        }
    }
}
