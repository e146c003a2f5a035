// A pool of threads reads, and each client has an executor with one thread that writes to it.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

public class Room {
    static final Map<String, Guest> guests = new ConcurrentHashMap<>();

    static class Guest implements Runnable {
        final Socket socket;
        final PrintStream out;
        final ExecutorService writer = Executors.newSingleThreadExecutor();
        String name = null;

        Guest(Socket socket) throws IOException {
            this.socket = socket;
            this.out = new PrintStream(socket.getOutputStream(), true, StandardCharsets.UTF_8);
        }

        void post(String line) {
            try {
                writer.submit(() -> out.print(line + "\n"));
                writer.submit(out::flush);
            } catch (RejectedExecutionException left) {
                System.out.println("too late for " + name);
            }
        }

        void toOthers(String line) {
            guests.values().stream().filter(guest -> guest != this).forEach(guest -> guest.post(line));
        }

        String answer(String line) {
            String[] words = line.split(" ", 2);
            String rest = words.length > 1 ? words[1] : "";
            if (name == null) {
                if (!words[0].equals("NAME") || !rest.matches("\\w+")) return "ERROR NAME and your name, please";
                if (guests.putIfAbsent(rest, this) != null) return "ERROR somebody has this name";
                name = rest;
                toOthers("JOINED " + name);
                return "OK";
            }
            switch (words[0]) {
                case "SAY":
                    if (rest.isEmpty()) return "ERROR nothing said";
                    toOthers("SAID " + name + " " + rest);
                    return "OK";
                case "TELL":
                    String[] parts = rest.split(" ", 2);
                    Guest guest = guests.get(parts[0]);
                    if (guest == null || parts.length < 2) return "ERROR cannot tell that";
                    guest.post("TOLD " + name + " " + parts[1]);
                    return "OK";
                case "WHO":
                    guests.keySet().forEach(one -> post("HERE " + one));
                    return "OK";
                default: return "ERROR unknown command";
            }
        }

        @Override
        public void run() {
            try (BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (line.equals("QUIT")) {
                        writer.submit(() -> out.print("BYE\n")).get();
                        break;
                    }
                    post(answer(line));
                }
            } catch (Exception gone) {
                System.out.println(gone);
            }
            if (name != null) {
                guests.remove(name);
                toOthers("LEFT " + name);
            }
            writer.shutdown();
        }
    }

    public static void main(String[] args) throws IOException {
        ExecutorService pool = Executors.newCachedThreadPool();
        try (ServerSocket server = new ServerSocket(Integer.parseInt(args[0]))) {
            while (true) pool.submit(new Guest(server.accept()));
        }
    }
}
