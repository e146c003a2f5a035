// DNS client: DataOutputStream and ByteBuffer
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

public class Lookup {
    static byte[] query(int id, String name) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(id);
        out.writeShort(0x0100);
        out.writeShort(1);
        out.writeShort(0);
        out.writeShort(0);
        out.writeShort(0);
        for (String label : name.split("\\.")) {
            out.writeByte(label.length());
            out.writeBytes(label);
        }
        out.writeByte(0);
        out.writeShort(1);
        out.writeShort(1);
        return bytes.toByteArray();
    }

    static void skipName(ByteBuffer in) {
        while (true) {
            int size = in.get() & 0xff;
            if (size >= 0xc0) {
                in.get();
                return;
            }
            if (size == 0) return;
            in.position(in.position() + size);
        }
    }

    static List<String> addresses(ByteBuffer in, int questions, int answers) {
        List<String> found = new ArrayList<>();
        in.getInt();
        for (int i = 0; i < questions; i++) {
            skipName(in);
            in.getInt();
        }
        for (int i = 0; i < answers; i++) {
            skipName(in);
            int type = in.getShort();
            int group = in.getShort();
            in.getInt();
            int size = in.getShort() & 0xffff;
            if (type == 1 && group == 1 && size == 4)
                found.add((in.get() & 0xff) + "." + (in.get() & 0xff) + "." + (in.get() & 0xff) + "." + (in.get() & 0xff));
            else
                in.position(in.position() + size);
        }
        return found;
    }

    public static void main(String[] args) throws Exception {
        int id = new Random().nextInt(65536);
        byte[] query = query(id, args[2]);
        DatagramSocket socket = new DatagramSocket();
        for (int tries = 0; tries < 3; tries++) {
            socket.send(new DatagramPacket(query, query.length, InetAddress.getByName(args[0]), Integer.parseInt(args[1])));
            long end = System.currentTimeMillis() + 2000;
            try {
                while (true) {
                    socket.setSoTimeout((int) Math.max(1, end - System.currentTimeMillis()));
                    DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
                    socket.receive(packet);
                    ByteBuffer in = ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
                    try {
                        if ((in.getShort() & 0xffff) != id) continue;
                        int flags = in.getShort();
                        if ((flags & 0x8000) == 0) continue;
                        if ((flags & 15) != 0) {
                            System.out.println((flags & 15) == 3 ? "No such name" : "The server failed");
                            System.exit(1);
                        }
                        int questions = in.getShort();
                        List<String> found = addresses(in, questions, in.getShort());
                        found.forEach(System.out::println);
                        if (found.isEmpty()) System.out.println("No address");
                        System.exit(found.isEmpty() ? 1 : 0);
                    } catch (BufferUnderflowException | IllegalArgumentException broken) {
                        // no message at all
                    }
                }
            } catch (SocketTimeoutException late) {
                // once more
            }
        }
        System.out.println("No answer");
        System.exit(1);
    }
}
