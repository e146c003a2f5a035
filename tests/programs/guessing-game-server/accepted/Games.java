// java.nio: one thread, and a Player is attached to the key of each client.
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;

public class Games {
    static int[] secrets;

    static class Player {
        final StringBuilder heard = new StringBuilder();
        int game = 0;
        int guesses = 0;

        int secret() { return secrets[game % secrets.length]; }

        String over(String answer) {
            ++game;
            guesses = 0;
            return answer;
        }

        String answer(String line) {
            if (line.equals("QUIT")) return "BYE";
            if (line.equals("NEW")) return over("WAS " + secret());
            if (!line.matches("[0-9]{1,4}")) return "ERROR this is no number";
            int guess = Integer.parseInt(line);
            if (guess < 1 || guess > 1000) return "ERROR from 1 to 1000, please";
            ++guesses;
            if (guess == secret()) return over("RIGHT " + guesses);
            return guess < secret() ? "HIGHER" : "LOWER";
        }
    }

    // Says whether the client stays.
    static boolean read(SocketChannel channel, Player player) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(512);
        if (channel.read(buffer) < 0) return false;
        player.heard.append(new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1));
        for (int end = player.heard.indexOf("\n"); end >= 0; end = player.heard.indexOf("\n")) {
            String answer = player.answer(player.heard.substring(0, end).trim());
            player.heard.delete(0, end + 1);
            ByteBuffer out = ByteBuffer.wrap((answer + "\n").getBytes(StandardCharsets.US_ASCII));
            while (out.hasRemaining()) channel.write(out);
            if (answer.equals("BYE")) return false;
        }
        return true;
    }

    public static void main(String[] args) throws IOException {
        secrets = Arrays.stream(args).skip(1).mapToInt(Integer::parseInt).toArray();
        Selector selector = Selector.open();
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(Integer.parseInt(args[0])));
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        while (true) {
            selector.select();
            for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext();) {
                SelectionKey key = keys.next();
                keys.remove();
                if (key.isAcceptable()) {
                    SocketChannel channel = server.accept();
                    channel.configureBlocking(false);
                    channel.register(selector, SelectionKey.OP_READ, new Player());
                    continue;
                }
                boolean stays = false;
                try {
                    stays = read((SocketChannel) key.channel(), (Player) key.attachment());
                } catch (IOException gone) {
                    System.out.println("gone: " + gone.getMessage());
                }
                if (!stays) key.channel().close();
            }
        }
    }
}
