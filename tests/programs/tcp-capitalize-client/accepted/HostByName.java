import java.io.*;
import java.net.*;

class HostByName {
    public static void main(String[] argv) throws Exception {
        BufferedReader inFromUser = new BufferedReader(new InputStreamReader(System.in));
        Socket clientSocket = new Socket("my-laptop", 6789);
        OutputStream out = clientSocket.getOutputStream();
        InputStream in = clientSocket.getInputStream();
        String sentence;
        while ((sentence = inFromUser.readLine()) != null) {
            byte[] bytes = (sentence + "\n").getBytes("UTF-8");
            out.write(bytes);
            byte[] reply = new byte[bytes.length];
            int got = 0;
            while (got < reply.length) {
                int n = in.read(reply, got, reply.length - got);
                if (n < 0) {
                    System.out.println("The server has left.");
                    System.exit(1);
                }
                got += n;
            }
            System.out.print("FROM SERVER: " + new String(reply, "UTF-8"));
        }
        clientSocket.close();
    }
}
