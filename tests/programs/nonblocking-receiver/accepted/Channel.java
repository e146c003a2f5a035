import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;

public class Channel {
    public static void main(String[] args) throws Exception {
        DatagramChannel channel = DatagramChannel.open();
        channel.bind(new InetSocketAddress(Integer.parseInt(args[0])));
        channel.configureBlocking(false);
        ByteBuffer buffer = ByteBuffer.allocate(2048);
        while (true) {
            buffer.clear();
            if (channel.receive(buffer) == null) {
                System.out.println("tick");
                Thread.sleep(300);
                continue;
            }
            buffer.flip();
            System.out.println("message: " + StandardCharsets.UTF_8.decode(buffer));
        }
    }
}
