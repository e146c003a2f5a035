// DNS server: ByteBuffer, two maps
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

public class NameServer {
    static final Map<String, List<String>> TABLE = Map.of(
        "alpha.example", List.of("192.0.2.1"),
        "beta.example", List.of("192.0.2.200"),
        "www.gamma.example", List.of("198.51.100.7", "203.0.113.9"));

    static byte[] answer(ByteBuffer query) throws Exception {
        short id = query.getShort();
        short flags = query.getShort();
        query.position(12);
        StringBuilder name = new StringBuilder();
        for (int size = query.get(); size > 0; size = query.get()) {
            byte[] label = new byte[size];
            query.get(label);
            name.append(name.length() > 0 ? "." : "").append(new String(label, StandardCharsets.US_ASCII));
        }
        int type = query.getShort();
        int end = query.getShort() == 1 ? query.position() : query.position();
        List<String> found = TABLE.get(name.toString().toLowerCase());
        List<String> records = found != null && type == 1 ? found : List.of();
        ByteBuffer out = ByteBuffer.allocate(1024);
        out.putShort(id).putShort((short) (0x8000 | flags & 0x0100 | (found == null ? 3 : 0)));
        out.putShort((short) 1).putShort((short) records.size()).putInt(0);
        out.put(query.array(), 12, end - 12);
        for (String record : records) {
            out.putShort((short) 0xc00c).putShort((short) 1).putShort((short) 1).putInt(120).putShort((short) 4);
            out.put(InetAddress.getByName(record).getAddress());
        }
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket(Integer.parseInt(args[0]));
        System.out.println("Waiting for questions");
        while (true) {
            DatagramPacket packet = new DatagramPacket(new byte[1024], 1024);
            socket.receive(packet);
            try {
                byte[] answer = answer(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (BufferUnderflowException | IllegalArgumentException | NegativeArraySizeException broken) {
                System.out.println("no question: " + broken);
            }
        }
    }
}
