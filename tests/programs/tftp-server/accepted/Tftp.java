// TFTP server: a thread for each transfer, the file read piece by piece
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

public class Tftp {
    static void send(DatagramSocket socket, byte[] bytes, int length, SocketAddress client) throws IOException {
        socket.send(new DatagramPacket(bytes, length, client));
    }

    static boolean isAcknowledged(DatagramSocket socket, int block, SocketAddress client) throws IOException {
        try {
            while (true) {
                byte[] data = new byte[600];
                DatagramPacket packet = new DatagramPacket(data, data.length);
                socket.receive(packet);
                if (packet.getSocketAddress().equals(client) && packet.getLength() >= 4 && data[1] == 4
                    && (data[2] & 0xff) == (block >> 8 & 0xff) && (data[3] & 0xff) == (block & 0xff))
                    return true;
            }
        } catch (SocketTimeoutException late) {
            return false;
        }
    }

    static void serve(byte[] request, int length, SocketAddress client) {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(1000);
            int end = 2;
            while (end < length && request[end] != 0) end++;
            Path path = Path.of(new String(request, 2, end - 2, StandardCharsets.UTF_8)).getFileName();
            if (request[1] != 1 || path == null || !Files.isRegularFile(path)) {
                byte[] error = ("\0\5\0" + (char) (request[1] == 1 ? 1 : 2) + "cannot do that\0").getBytes(StandardCharsets.ISO_8859_1);
                send(socket, error, error.length, client);
                return;
            }
            try (InputStream in = Files.newInputStream(path)) {
                for (int block = 1; ; block++) {
                    byte[] data = new byte[516];
                    int size = in.readNBytes(data, 4, 512);
                    data[1] = 3;
                    data[2] = (byte) (block >> 8);
                    data[3] = (byte) block;
                    int tries = 0;
                    do {
                        if (tries++ == 5) return;
                        send(socket, data, size + 4, client);
                    } while (!isAcknowledged(socket, block, client));
                    if (size < 512) return;
                }
            }
        } catch (IOException | RuntimeException error) {
            System.out.println("transfer failed: " + error);
        }
    }

    public static void main(String[] args) throws IOException {
        DatagramSocket socket = new DatagramSocket(Integer.parseInt(args[0]));
        System.out.println("TFTP on port " + args[0]);
        while (true) {
            DatagramPacket packet = new DatagramPacket(new byte[600], 600);
            socket.receive(packet);
            if (packet.getLength() < 4 || packet.getData()[1] > 2) continue;
            new Thread(() -> serve(packet.getData(), packet.getLength(), packet.getSocketAddress())).start();
        }
    }
}
