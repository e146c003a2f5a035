// mistake: run() is called instead of start(): it does the work in the main thread.
// fails: silent-client
// diagnosis: serves_one_at_a_time
import java.io.*;
import java.net.*;

public class RunsInsteadOfStarts {
    public static void main(String[] args) throws IOException {
        ServerSocket server = new ServerSocket(Integer.parseInt(args[0]));
        while (true) {
            Socket client = server.accept();
            new Thread(() -> {
                try {
                    BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream()));
                    PrintWriter out = new PrintWriter(client.getOutputStream(), true);
                    for (String line; (line = in.readLine()) != null;)
                        out.println(line.toUpperCase());
                    client.close();
                } catch (IOException e) {
                    e.printStackTrace();
                }
            }).run();
        }
    }
}
