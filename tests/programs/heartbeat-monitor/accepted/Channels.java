// A channel and a selector, which waits for a second at most.
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

public class Channels {
    private record Beat(long number, long nanos) {}

    private static final Pattern BEAT = Pattern.compile("ALIVE (\\S+) (\\d{1,9})");
    private static final Map<String, Beat> last = new HashMap<>();
    private static final Set<String> known = new HashSet<>();
    private static Duration limit;

    private static boolean isMissing(String name) {
        return System.nanoTime() - last.get(name).nanos() > limit.toNanos();
    }

    private static void beat(String name, long number) {
        Beat before = last.get(name);
        if (before != null && number > 1 && number <= before.number()) {
            return;
        }
        last.put(name, new Beat(number, System.nanoTime()));
        if (known.remove(name)) {
            System.out.println("BACK " + name);
        }
    }

    private static Optional<String> answer(String text) {
        Matcher beat = BEAT.matcher(text);
        if (beat.matches()) {
            beat(beat.group(1), Long.parseLong(beat.group(2)));
        } else if (text.matches("ASK \\S+")) {
            String name = text.substring(4);
            return Optional.of((!last.containsKey(name) ? "UNKNOWN " : isMissing(name) ? "MISSING " : "ALIVE ") + name);
        } else if (text.matches("BYE \\S+")) {
            last.remove(text.substring(4));
            known.remove(text.substring(4));
        } else if (text.equals("WHO")) {
            String names = last.keySet().stream().filter(Channels::isMissing).sorted().collect(Collectors.joining(" "));
            return Optional.of(names.isEmpty() ? "ALL ALIVE" : "MISSING " + names);
        }
        return Optional.empty();
    }

    public static void main(String[] args) throws IOException {
        limit = Duration.ofSeconds(Long.parseLong(args[1]));
        Selector selector = Selector.open();
        DatagramChannel channel = DatagramChannel.open();
        channel.bind(new InetSocketAddress(Integer.parseInt(args[0])));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
        ByteBuffer buffer = ByteBuffer.allocate(8192);
        while (true) {
            selector.select(1000);
            selector.selectedKeys().clear();
            SocketAddress sender;
            while ((sender = channel.receive(buffer.clear())) != null) {
                String text = StandardCharsets.ISO_8859_1.decode(buffer.flip()).toString().strip();
                Optional<String> answer = answer(text);
                if (answer.isPresent()) {
                    channel.send(StandardCharsets.ISO_8859_1.encode(answer.get()), sender);
                }
            }
            for (String name : last.keySet()) {
                if (isMissing(name) && known.add(name)) {
                    System.out.println("MISSING " + name);
                }
            }
        }
    }
}
