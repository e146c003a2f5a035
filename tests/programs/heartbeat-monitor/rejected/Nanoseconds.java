// fails: missing
// diagnosis: none
// mistake: the limit is in nanoseconds, and the clock counts milliseconds.
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

public class Nanoseconds {
    private static class Heart {
        int number;
        long last;
        boolean said;
    }

    private final Map<String, Heart> hearts = new TreeMap<>();
    private final long limit;

    private Nanoseconds(int seconds) {
        limit = seconds * 1000000000L;
    }

    private boolean isMissing(Heart heart) {
        return System.currentTimeMillis() - heart.last > limit;
    }

    private void beat(String name, int number) {
        Heart heart = hearts.computeIfAbsent(name, unused -> new Heart());
        if (number <= heart.number && number != 1) {
            return;
        }
        heart.number = number;
        heart.last = System.currentTimeMillis();
        if (heart.said) {
            System.out.println("BACK " + name);
            heart.said = false;
        }
    }

    private String answer(String text) {
        String[] words = text.trim().split(" ");
        if (words[0].equals("ALIVE") && words.length == 3) {
            try {
                beat(words[1], Integer.parseInt(words[2]));
            } catch (NumberFormatException noNumber) {
                System.err.println("not a number: " + words[2]);
            }
        } else if (words[0].equals("BYE") && words.length == 2) {
            hearts.remove(words[1]);
        } else if (words[0].equals("ASK") && words.length == 2) {
            Heart heart = hearts.get(words[1]);
            return (heart == null ? "UNKNOWN " : isMissing(heart) ? "MISSING " : "ALIVE ") + words[1];
        } else if (words[0].equals("WHO") && words.length == 1) {
            StringBuilder missing = new StringBuilder();
            hearts.forEach((name, heart) -> {
                if (isMissing(heart)) {
                    missing.append(' ').append(name);
                }
            });
            return missing.length() == 0 ? "ALL ALIVE" : "MISSING" + missing;
        }
        return null;
    }

    private void lookAround() {
        hearts.forEach((name, heart) -> {
            if (!heart.said && isMissing(heart)) {
                heart.said = true;
                System.out.println("MISSING " + name);
            }
        });
    }

    public static void main(String[] args) throws IOException {
        Nanoseconds monitor = new Nanoseconds(Integer.parseInt(args[1]));
        try (DatagramSocket socket = new DatagramSocket(Integer.parseInt(args[0]))) {
            socket.setSoTimeout(500);
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
                try {
                    socket.receive(packet);
                    String answer =
                        monitor.answer(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
                    if (answer != null) {
                        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                        socket.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
                    }
                } catch (SocketTimeoutException nothing) {
                    // That is what the limit is for.
                }
                monitor.lookAround();
            }
        }
    }
}
