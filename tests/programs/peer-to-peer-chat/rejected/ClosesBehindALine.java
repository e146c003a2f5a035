// fails: back-and-forth
// diagnosis: hears_one_line_of_each
// mistake: The hearing half closes the connection behind its first line, the speaking half sends all lines on one.
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;

public class ClosesBehindALine {
    public static void main(String[] args) throws Exception {
        ServerSocket server = new ServerSocket(Integer.parseInt(args[0]));
        new Thread(() -> {
            while (true) {
                try (Socket connection = server.accept()) {
                    BufferedReader in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
                    String line = in.readLine();
                    if (line != null) System.out.println("the other one: " + line);
                } catch (IOException gone) {
                    System.out.println("gone: " + gone.getMessage());
                }
            }
        }).start();
        Socket out = null;
        while (out == null) {
            try {
                out = new Socket(args[1], Integer.parseInt(args[2]));
            } catch (ConnectException nobody) {
                Thread.sleep(1000);
            }
        }
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Writer to = new OutputStreamWriter(out.getOutputStream(), StandardCharsets.UTF_8);
        for (String line; (line = keyboard.readLine()) != null;) {
            try {
                to.write(line + "\n");
                to.flush();
            } catch (IOException gone) {
                System.out.println("not sent: " + gone.getMessage());
            }
        }
    }
}
