// Which TCP ports listen?  java Scan HOST FIRST LAST
import java.io.IOException;
import java.net.Socket;

public class Scan {
    public static void main(String[] args) {
        String host = "";  // fill in: the host, from the first argument (args[0])
        int first = 0;     // fill in: the first port, from the second argument, as a number
        int last = 0;      // fill in: the last port, from the third argument, as a number

        if (first == 0) {
            System.err.println("Fill in the host and the ports first.");
            System.exit(1);
        }

        for (int port = first; port < last; port++) {  // fill in: does the last port belong to it?
            // fill in: try to make a new Socket(host, port); when that works, print the port and close the socket
            // fill in: when it does not (IOException), go on
        }
    }
}
