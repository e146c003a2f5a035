// fails: replies-in-capitals
// diagnosis: sends_nothing_back
// mistake: The reply stays in the BufferedWriter, since nobody calls flush().
import java.io.*;
import java.net.*;

public class CapitalServer {
    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(args[0]);
        ServerSocket server = new ServerSocket(port);
        System.out.println("Waiting for clients on port " + port);
        while (true) {
            Socket client = server.accept();
            BufferedReader reader = new BufferedReader(new InputStreamReader(client.getInputStream()));
            BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(client.getOutputStream()));
            String line;
            while ((line = reader.readLine()) != null) {
                System.out.println("Client says: " + line);
                writer.write(line.toUpperCase());
                writer.newLine();
            }
            client.close();
        }
    }
}
